// SPDX-License-Identifier: Apache-2.0
import './tables.ts';
import {
  addMatter,
  boardLivePath,
  callNext,
  cancelMyTicket,
  cancelTicket,
  centreBoard,
  centreCard,
  counterDesk,
  followTicket,
  leaveWindow,
  listCentres,
  moveTicket,
  myTickets,
  parkTicket,
  sitAtWindow,
  takeTicket,
  transferTicket,
} from '@lilong/contracts/counters';
import { cityHalls, nearHalls } from '@lilong/contracts/counters-city';
import {
  addWindow,
  closeEarly,
  enterSlip,
  hallPlan,
  moveLine,
  planDays,
  planWeek,
  previewPlan,
  retireWindow,
  sendHome,
  setWindow,
  withdrawPlan,
} from '@lilong/contracts/counters-hall';
import { identifyVisitor, openWard, ticketVisit } from '@lilong/contracts/counters-visit';
import { presentCode, presentNumber, ticketCode } from '@lilong/contracts/kiosk';
import { myReminders, remindMe } from '@lilong/contracts/reminders';
import { serveChannel } from '../kernel/channels.ts';
import type { Ctx } from '../kernel/ctx.ts';
import type { Host } from '../kernel/host.ts';
import { serve } from '../kernel/serve.ts';
import { serveTogether } from '../kernel/together.ts';
import { bookingActs, bookingRoutes } from './booking/index.ts';
import { boards, showBoard, showCentre, showCentres } from './centres.ts';
import { showHalls, showNear } from './city.ts';
import { hallChanged } from './city-tally.ts';
import { liveElsewhere } from './demo/elsewhere.ts';
import { every, walkIn } from './demo/home.ts';
import { showDesk } from './desk.ts';
import { drawCode, present, presentShown, takeAtHalls } from './kiosk.ts';
import { cancelAll, moveAll } from './line.ts';
import { add, callTheNext, moveOne, park, transfer } from './moves.ts';
import { countersOn } from './on.ts';
import { addDays, addWeek, showPlan, shutEarly, withdraw } from './plan.ts';
import { preview } from './plan-preview.ts';
import { setReminder, showReminders } from './remind.ts';
import { typeIn } from './slips.ts';
import { cancelHeld, cancelMine, follow, showMine } from './take.ts';
import { centreOf, channelOf } from './tell.ts';
import { forWard, identify, showVisit } from './visits.ts';
import { grow, leave, retire, set, sit } from './windows.ts';

/** What people do in a hall, for the demonstration that lives through its morning. */
export const counterActs = {
  ...{ walkIn, sit, callTheNext, moveOne, park, ...bookingActs },
  liveElsewhere: (ctx: Ctx, but: number) => liveElsewhere(ctx, but, every),
};
export { countersSealed } from './booking/index.ts';
export { liveOn } from './demo/home.ts';
export { importHalls } from './import/run.ts';
export { seedCentres } from './seed.ts';
export { seedCounterRules } from './seed-rules.ts';

const hall = { open: 'what hangs on the wall of a hall is for everybody' } as const;
const held = { open: 'whoever holds the token holds the ticket' } as const;

/** Halls: windows, tickets, the line, the board. */
export function countersModule(host: Host): void {
  serve(host, listCentres, showCentres, hall);
  serve(host, cityHalls, showHalls, hall);
  serve(host, nearHalls, showNear, hall);
  serve(host, centreCard, showCentre, hall);
  serve(host, centreBoard, showBoard, hall);
  serveChannel(host, boardLivePath(':centre'), (req) =>
    channelOf(Number((req.params as { centre: string }).centre)),
  );
  serveTogether(host, takeTicket, (asked) => takeAtHalls(host, asked), {
    ...{ open: 'nobody has to say who they are to stand in line', secret: true },
  });
  serve(host, presentNumber, present, {
    ...{ open: 'it says nothing but what the number itself says', reads: true },
  });
  serve(host, presentCode, presentShown, {
    ...{ open: 'whoever holds the code is who it says', secret: true },
  });
  serve(host, ticketCode, drawCode, { ...held, reads: true });
  serve(host, followTicket, follow, { ...held, reads: true });
  serve(host, cancelTicket, cancelHeld, held);
  serve(host, myTickets, showMine);
  serve(host, cancelMyTicket, cancelMine);
  serve(host, myReminders, showReminders);
  serve(host, remindMe, setReminder);
  serve(host, counterDesk, showDesk);
  serve(host, sitAtWindow, sit);
  serve(host, leaveWindow, leave);
  serve(host, callNext, callTheNext);
  serve(host, moveTicket, moveOne);
  serve(host, parkTicket, park);
  serve(host, transferTicket, transfer);
  serve(host, addMatter, add);
  serve(host, identifyVisitor, identify, { secret: true }); // a name, remembered for retries
  serve(host, ticketVisit, showVisit);
  serve(host, openWard, forWard, { secret: true });
  serveManager(host);
  bookingRoutes(host);
  host.live.channels.before.push((channel) => {
    boards.changed(host.catalogue, channel);
    hallChanged(host.catalogue, channel === undefined ? undefined : centreOf(channel));
  });
  countersOn(host);
}

/** Hours, windows, the line as a whole, slips. */
function serveManager(host: Host): void {
  serve(host, hallPlan, showPlan);
  serve(host, planWeek, addWeek);
  serve(host, planDays, addDays);
  serve(host, closeEarly, shutEarly);
  serve(host, withdrawPlan, withdraw);
  serve(host, previewPlan, preview, { reads: true });
  serve(host, addWindow, grow);
  serve(host, setWindow, set);
  serve(host, retireWindow, retire);
  serve(host, moveLine, moveAll);
  serve(host, sendHome, cancelAll);
  serve(host, enterSlip, typeIn);
}
