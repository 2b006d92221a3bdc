// What the types must refuse. The compiler complains of a line below that has no error after all.
import 'trust-checkin';
import type { TrustCheckinAttributes, TrustCheckinEventMap } from 'trust-checkin';

const checkin = document.querySelector('trust-checkin')!;

// @ts-expect-error A promise is not called.
checkin.ready();
// @ts-expect-error Only the check-in itself says when it is ready.
checkin.ready = Promise.resolve(checkin);
// @ts-expect-error There are no answers to read.
checkin.answers;
// @ts-expect-error Nor are there any in an event.
checkin.addEventListener('trust-checkin-complete', ({ detail }) => detail.score);
// @ts-expect-error The message is a text.
checkin.addEventListener('trust-checkin-error', ({ detail }) => detail.message.toFixed());
// @ts-expect-error There is no such event.
export type Sent = TrustCheckinEventMap['trust-checkin-answer'];
// @ts-expect-error There is no such theme.
export const theme: TrustCheckinAttributes = { theme: 'pink' };
// @ts-expect-error Readers are asked: no owner can save for them.
export const save: TrustCheckinAttributes = { save: 'on' };
// @ts-expect-error No module of this name is in the package.
import 'trust-checkin/standalone';
