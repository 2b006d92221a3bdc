// Code that the types must refuse. The compiler reports each line below that has no error.
import 'trust-checkin';
import type { TrustCheckinAttributes, TrustCheckinEventMap } from 'trust-checkin';

const checkin = document.querySelector('trust-checkin')!;

// @ts-expect-error A promise is not a function.
checkin.ready();
// @ts-expect-error Only the check-in itself says when it is ready.
checkin.ready = Promise.resolve(checkin);
// @ts-expect-error The element exposes no answers.
checkin.answers;
// @ts-expect-error Events carry no answers.
checkin.addEventListener('trust-checkin-complete', ({ detail }) => detail.score);
// @ts-expect-error The message is a string.
checkin.addEventListener('trust-checkin-error', ({ detail }) => detail.message.toFixed());
// @ts-expect-error There is no such event.
export type Sent = TrustCheckinEventMap['trust-checkin-answer'];
// @ts-expect-error There is no such theme.
export const theme: TrustCheckinAttributes = { theme: 'pink' };
// @ts-expect-error No owner can save for readers; `ask` asks them.
export const save: TrustCheckinAttributes = { save: 'on' };
// @ts-expect-error No module of this name is in the package.
import 'trust-checkin/standalone';
