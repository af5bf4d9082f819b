export { optionKeyOf, type LineOption } from "./billing-line"
export { termsOfLine, type TermsOfLine } from "./terms-of-line"
export { withoutTrial } from "./without-trial"
