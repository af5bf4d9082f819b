export { decideQuote, type QuoteDecision, type QuoteFacts } from "./decide-quote"
