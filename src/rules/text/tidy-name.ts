/** What shows as nothing, or changes the direction of what follows: spaces, controls, zero-width signs, fillers. */
const BLANK =
  "\\s\\p{Cc}\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0"
const LEADING = new RegExp(`^[${BLANK}]+`, "u")
const TRAILING = new RegExp(`[${BLANK}]+$`, "u")
/** Signs that only change how others look show as nothing, too, where there is no other. */
const SEEN = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u

/**
 * A name as it is stored: composed (NFC), without what shows as nothing at its ends; empty where nothing of it shows. Inside,
 * joiners stay: they belong to scripts and emoji.
 */
export function tidyName(name: string): string {
  return SEEN.test(name) ? name.normalize("NFC").replace(LEADING, "").replace(TRAILING, "") : ""
}
