/** Line breaks and other control characters, which would begin a header of their own in a subject. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu
/** Signs that turn the direction of what follows. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu

/** A text on one line, as it is read. */
export const plainLine = (text: string): string => text.replace(BREAKS, " ").replace(TURNING, "").trim()
