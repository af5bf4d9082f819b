/** What must never be of invoices' accounts, credit notes and customers' balances; none returns a row where they are right. */
export const ACCOUNT_FAULTS: Record<string, string> = {
  "an invoice whose sums are not its entries'": `
    select p.invoice_id from billing_invoice_payment p left join (
      select invoice_id,
        coalesce(sum(amount) filter (where kind = 'payment'), 0) as paid,
        coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunded,
        coalesce(sum(case kind when 'balance_used' then amount when 'balance_moved' then -amount end), 0) as balance,
        coalesce(sum(amount) filter (where kind = 'credit_note'), 0) as credited,
        coalesce(sum(case kind when 'written_off' then amount when 'written_off_undone' then -amount end), 0) as written_off
      from billing_invoice_entry group by invoice_id) e on e.invoice_id = p.invoice_id
    where p.status <> 'void' and (p.paid_total, p.refunded_total, p.balance_total, p.credited_total, p.written_off_total)
      is distinct from (coalesce(e.paid, 0), coalesce(e.refunded, 0), coalesce(e.balance, 0), coalesce(e.credited, 0),
        coalesce(e.written_off, 0))`,
  "an invoice whose total is not payments − refunds + balance + credit notes + written off + open": `
    select p.invoice_id from billing_invoice_payment p join billing_invoice i on i.id = p.invoice_id
    where p.status <> 'void' and i.total <> p.paid_total - p.refunded_total + p.balance_total + p.credited_total
      + p.written_off_total + p.open_total`,
  "an invoice whose state its account does not say": `
    select invoice_id, status from billing_invoice_payment where status <> 'void' and status <> case
      when open_total > 0 then case when paid_total - refunded_total + balance_total > 0 then 'partly_paid' else 'open' end
      when written_off_total > 0 then 'written_off'
      when invoice_total > 0 and credited_total >= invoice_total then 'credited' else 'paid' end`,
  "credit notes above their invoice": `
    select i.id from billing_invoice i join billing_invoice n on n.corrects_invoice_id = i.id
    group by i.id, i.total having sum(n.total) > i.total`,
  "a credit note that its invoice's account does not have, or the reverse": `
    select p.invoice_id from billing_invoice_payment p left join (
      select corrects_invoice_id as id, sum(total) as total from billing_invoice where kind = 'credit_note' group by 1) n
      on n.id = p.invoice_id
    where p.credited_total <> coalesce(n.total, 0)`,
  "a correction that no document has made": `select id from billing_invoice_correction where document_id is null`,
  "a date of issue that falls in its series": `
    select a.id from billing_invoice a join billing_invoice b on b.series = a.series and b.sequence = a.sequence + 1
    where b.issued_on < a.issued_on`,
  "a customer's balance that its entries do not say": `
    select b.customer_id, b.currency_code from billing_customer_balance b left join (
      select customer_id, currency_code,
        sum(case when kind in ('granted', 'moved_in') then amount else -amount end) as amount
      from billing_balance_entry group by 1, 2) e
      on e.customer_id = b.customer_id and e.currency_code = b.currency_code
    where b.amount <> coalesce(e.amount, 0) or b.amount < 0`,
  "balance that was used and not entered in its invoice, or the reverse": `
    select coalesce(b.invoice_id, e.invoice_id) from (
      select invoice_id, sum(case kind when 'used' then amount else -amount end) as amount
      from billing_balance_entry where invoice_id is not null group by 1) b
    full join (select invoice_id, sum(case kind when 'balance_used' then amount else -amount end) as amount
      from billing_invoice_entry where kind in ('balance_used', 'balance_moved') group by 1) e on e.invoice_id = b.invoice_id
    where coalesce(b.amount, 0) <> coalesce(e.amount, 0)`,
  "balance that its order's books do not know": `
    select i.order_id from billing_invoice i join billing_invoice_entry e on e.invoice_id = i.id
      and e.kind in ('balance_used', 'balance_moved')
    group by i.order_id having sum(case e.kind when 'balance_used' then e.amount else -e.amount end) <> (
      select coalesce(sum(t.amount), 0) from order_transaction t
      where t.order_id = i.order_id and t.reference = 'billing_balance' and t.deleted_at is null)`,
}
