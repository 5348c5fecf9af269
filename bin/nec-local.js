#!/usr/bin/env node
// Only words that old versions of Node can read, until the version is known.
var parts = process.versions.node.split('.').map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 17)) {
  console.error('nec-local a besoin de Node.js 20.17 ou plus récent. Version installée : ' + process.versions.node + '.');
  console.error('Installez la version « LTS » depuis https://nodejs.org, puis recommencez.');
  process.exit(1);
}
import('../dist/main.js').catch(function (error) {
  if (error && error.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).indexOf('main.js') !== -1) {
    console.error('nec-local n’est pas encore construit. Dans le dossier du projet, tapez : npm install');
    console.error('(si vous aviez installé sans les outils de développement : npm install --include=dev)');
    process.exit(1);
  }
  throw error;
});
