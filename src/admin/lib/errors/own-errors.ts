import type { KnownMessages } from "../known-problem"

/**
 * What the store's routes refuse by, whichever field it is about: a stable code for each, which is the key of its text
 * (`server.<code>`). Medusa's client hands on an error's message and status alone, so the message is what it is known by.
 * No text has an id in it.
 */
export const OWN_ERRORS: KnownMessages = [
  [/^Somebody else changed it in the meantime/, "changed"],
  [/^The offer was changed by somebody else in the meantime/, "changed"],
  [/^Subscription .+ was changed by someone else; try again$/, "changed"],
  [/^The invoice was changed meanwhile$/, "invoice_changed"],
  [/^The refund is refused: (?<amount>[\d.]+) can be given back of what was captured$/, "refund_too_much"],
  [/^The credit is refused: (?<amount>-?[\d.]+) of the invoice is left to credit$/, "credit_too_much"],
  [/^Nothing of this invoice is open$/, "nothing_open"],
  [/^Nothing of this invoice is written off$/, "nothing_written_off"],
  [/^Nothing of this invoice's order is left to pay$/, "nothing_open"],
  [/^A payment of this invoice is under way: /, "payment_under_way"],
  [/^A credit note has no account: /, "credit_note_has_no_account"],
  [/^Nothing is open, or the customer's balance is empty$/, "balance_not_usable"],
  [/^The invoice has received nothing beyond what it asks for$/, "nothing_too_much"],
  [/^The customer's balance is (?<amount>[\d.]+)$/, "balance_too_low"],
  [/^The amount cannot be written in (?<currency>\w+)$/, "amount_not_of_currency"],
  [/^The offer of product .+ is being changed$/, "conflict"],
  [/^The request conflicted with another request/, "conflict"],
  [/^order: it is being confirmed by another request just now/, "conflict"],
  [/^The subscription is being billed just now/, "being_billed"],
  [/ was not found$/, "not_found"],
  [/^There is no .+ with id: /, "not_found"],
  [/^There is nothing at /, "not_found"],
  [/^item_id: the subscription has no item /, "not_found"],
  [/^Unauthorized$/, "logged_out"],
  [/^as_of: .+ is after the store's date/, "date_ahead"],
  [/^id: run .+ cannot be stopped any more$/, "run_over"],
  [/^demoClock: /, "demo_store_only"],
  [/^This store has no demo payment provider$/, "no_demo_payments"],
  [/^(The subscription|status: a subscription that) is (canceled|expired)/, "subscription_over"],
  [/^status: a subscription that is /, "cannot_be_split"],
  [/^The subscription is to be canceled on .+ already$/, "cancel_scheduled"],
  [/^The subscription is not to be canceled$/, "nothing_to_undo"],
  [/^The cancellation takes effect on .+ it is too late to undo it$/, "too_late_to_undo"],
  [/^quantity: there is one unit only/, "one_unit"],
  [/^item_id: a content follows its package, which can be split$/, "split_package"],
  [/^quantity: 1 to (?<most>\d+) of the (?<count>\d+) units can be split off$/, "units_to_split"],
  [/^Cannot be deleted: (?<count>\d+) subscriptions? runs? for /, "subscriptions_run"],
  [/^(?:assignment_)?ids: must name /, "list_changed"],
  [/^Cart .+ has been completed$/, "cart_completed"],
  [/^The payment method was not saved: /, "method_not_saved"],
]
