export { isLinkGood, type LinkTerms } from "./is-link-good"
export { openAmount, paymentPageState, type PaymentPageFacts } from "./payment-page-state"
