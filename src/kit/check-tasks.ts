import type { Kit, Task } from '../model.ts';
import { problem, type Problem } from '../problem.ts';
import { PLAN_NAMES } from '../shared/plans.ts';
import type { KitCheck } from './check-kit.ts';
import { positionOf, type KitFiles } from './where.ts';

/** No circle of dependencies; in each plan no task before what it needs; nothing essential that can be dropped. */
export const checkTasks: KitCheck = (kit, files) => {
  const circles = findCircles(kit, files);
  return [...circles, ...(circles.length > 0 ? [] : tasksBeforeNeeds(kit, files)), ...essentialDropped(kit, files)];
};

function tasksBeforeNeeds(kit: Kit, files: KitFiles): readonly Problem[] {
  const byId = new Map(kit.tasks.map((task) => [task.id, task]));
  return kit.tasks.flatMap((task) => task.needs.flatMap((need) => PLAN_NAMES.flatMap((plan) => {
    const needed = byId.get(need.task);
    if (!needed || needed.lead[plan] >= task.lead[plan] + need.gapDays) return [];
    return [problem('task-before-need', {
      task: task.id, need: need.task, plan, taskDays: task.lead[plan], needDays: needed.lead[plan],
    }, positionOf(files, 'tasks.yaml', ['tasks', task.id, 'needs'], need.task))];
  })));
}

function essentialDropped(kit: Kit, files: KitFiles): readonly Problem[] {
  return kit.tasks
    .filter((task) => task.essential && task.dropUnderWeeks !== undefined)
    .map(({ id }) => problem('essential-dropped', { task: id }, positionOf(files, 'tasks.yaml', ['tasks', id, 'drop_under'])));
}

/** Each circle once, told from its first task in the file. */
function findCircles(kit: Kit, files: KitFiles): readonly Problem[] {
  const byId = new Map(kit.tasks.map((task) => [task.id, task]));
  const done = new Set<string>();
  const problems: Problem[] = [];
  const visit = (task: Task, path: readonly string[]): void => {
    if (path.includes(task.id)) {
      const circle = [...path.slice(path.indexOf(task.id)), task.id].join(' → ');
      problems.push(problem('dependency-cycle', { path: circle }, positionOf(files, 'tasks.yaml', ['tasks', task.id, 'needs'])));
    } else if (!done.has(task.id)) {
      for (const need of task.needs) {
        const needed = byId.get(need.task);
        if (needed) visit(needed, [...path, task.id]);
      }
      done.add(task.id);
    }
  };
  for (const task of kit.tasks) visit(task, []);
  return problems;
}
