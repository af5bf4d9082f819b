const LETTERS = {
  a: "àáâãäåÀÁÂÃÄÅ",
  c: "çÇ",
  e: "èéêëÈÉÊË",
  i: "ìíîïÌÍÎÏ",
  n: "ñÑ",
  o: "òóôõöøÒÓÔÕÖØ",
  u: "ùúûüÙÚÛÜ",
  y: "ýÿÝŸ",
  " ": "-_/,;|",
}
const FROM = Object.values(LETTERS).join("")
const TO = Object.entries(LETTERS)
  .map(([to, from]) => to.repeat(from.length))
  .join("")
/** What is dropped: `translate` leaves out what has no counterpart. */
const DROPPED = "’‘`´ʼ"

/**
 * A column's text as `foldText` has it, as far as catalogues in the pages' languages need it: no extension of the database is asked
 * for, and no column is stored for it.
 */
export const folded = (column: string): string =>
  `translate(replace(replace(replace(replace(lower(${column}), '''', ''), 'ß', 'ss'), 'œ', 'oe'), 'æ', 'ae'), '${FROM}${DROPPED}', '${TO}')`
