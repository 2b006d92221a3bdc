/** Whether the check-in stands on a page of ours that seals itself off, and may promise so. */
let sealed = false;

export const isSealed = () => sealed;

/** Said once, by frame.js, before there is an element. */
export const seal = () => { sealed = true; };
