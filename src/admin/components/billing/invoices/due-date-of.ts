import type { InvoiceAnswer } from "../../../../contracts/billing/invoices"

/** The due date that counts: it may have been moved since the document was issued. */
export const dueDateOf = ({ due_on, payment }: Pick<InvoiceAnswer, "due_on" | "payment">): string =>
  payment?.due_on ?? due_on
