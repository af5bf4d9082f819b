import { cycleDate, type CivilDate, type Interval } from "../../calendar"

/** When an offer of a fixed number of cycles expires: at the last one's end (B5b). Cycle 0 starts on the anchor. */
export function endOfCycles({
  anchorOn,
  interval,
  cycles,
}: {
  anchorOn: CivilDate
  interval: Interval
  cycles: number
}): CivilDate {
  if (!Number.isInteger(cycles) || cycles < 1) {
    throw new RangeError(`an offer has at least one cycle, not ${cycles}`)
  }
  return cycleDate(anchorOn, interval, cycles)
}
