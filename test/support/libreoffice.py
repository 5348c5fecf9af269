"""One LibreOffice of our own, driven through UNO."""
import os
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, content):
    item = PropertyValue()
    item.Name, item.Value = name, content
    return item


def start(profile):
    """The process and its desktop. `profile` is a folder for this run alone."""
    pipe = f'nec{os.getpid()}'
    program = subprocess.Popen(
        ['soffice', f'-env:UserInstallation=file://{profile}', '--headless', '--norestore', f'--accept=pipe,name={pipe};urp;'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(600):
        try:
            context = resolver.resolve(f'uno:pipe,name={pipe};urp;StarOffice.ComponentContext')
            return program, context.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', context)
        except Exception:
            time.sleep(0.1)
    program.kill()
    raise SystemExit('LibreOffice does not start')


def stop(program, desktop):
    try:
        desktop.terminate()
    except Exception:
        pass
    program.wait()
