/** What a form says of who has filled it. */
export interface FormFilling {
  /** A field that people do not see. */
  trap: unknown
  /** Seconds since the form was drawn. */
  seconds: number
}

/** Nobody types a name, a contract and an address faster. */
const FASTEST_SECONDS = 2

/** Whether a program has filled a form: it fills what nobody sees, or is faster than anybody. */
export const isRobot = ({ trap, seconds }: FormFilling): boolean =>
  (typeof trap === "string" && trap.trim() !== "") || seconds < FASTEST_SECONDS
