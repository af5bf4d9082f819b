export {
  moveToBalance,
  shareBalances,
  usedAtIssueId,
  useOfBalance,
  type BalanceAsk,
  type BalanceMove,
  type NewBalanceEntry,
} from "./balance-entry"
export { paymentsToGiveBack, secondPayment } from "./second-payment"
export { withBalance } from "./with-balance"
