const YEAR = new Date().getUTCFullYear() + 1

/** A period of next year's July, from ten o'clock until ten o'clock. */
export const july = (from: number, to: number) => ({ from: july10(from), to: july10(to) })

const july10 = (day: number): string => `${YEAR}-07-${String(day).padStart(2, "0")}T10:00:00Z`
