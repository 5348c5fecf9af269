import type { DocumentSpec, Plan, TableDocument } from '../../model.ts';
import { layDays } from '../../shared/laid-days.ts';
import { roomsOf } from '../programme/rooms.ts';
import { proposeWorkshops } from '../programme/workshops.ts';
import { guideSheet } from './layout.ts';
import { gridSheet } from './timetable-grid.ts';
import { guideLines } from './timetable-guide.ts';
import { timeSheet } from './timetable-time.ts';
import { workshopsSheet } from './timetable-workshops.ts';

/** The days of the event, one row for each time and room, with what the rules of the programme say of them. */
export function buildTimetable(spec: DocumentSpec, path: string, plan: Plan): TableDocument {
  const { programme } = plan.kit;
  if (!programme) throw new Error(`No programme for ${spec.id} in the kit`);
  const days = layDays(plan, programme);
  const rooms = roomsOf(plan, programme);
  const times = days.flatMap((day) => day.times.filter(({ slot }) => slot.kind === 'workshops'));
  const proposed = proposeWorkshops(times, rooms, plan, programme);
  const layout = { spec, plan, programme, days, rooms, workshopsAt: new Map(times.map((time, rank) => [time, proposed[rank] ?? []])) };
  const grid = gridSheet(layout);
  const workshops = workshopsSheet(layout, grid);
  return { kind: 'table', spec, path, sheets: [grid, workshops, timeSheet(layout, grid, workshops), guideSheet(guideLines(layout))] };
}
