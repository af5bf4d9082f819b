import { storeTest } from "../support/store-test"
import { intakeSuite } from "./orders/intake.suite"
import { subscriptionsSuite } from "./billing/subscriptions.suite"
import { invoicesSuite } from "./billing/invoices.suite"
import { changedOrdersSuite } from "./billing/changed-orders.suite"
import { renewalTermsSuite } from "./billing/renewal-terms.suite"
import { renewalsSuite } from "./billing/renewals.suite"
import { runsSuite } from "./billing/runs.suite"
import { brokenRecordsSuite } from "./billing/broken-records.suite"
import { renewalReservationsSuite } from "./billing/renewal-reservations.suite"
import { collectingSuite } from "./billing/collecting.suite"
import { chargedOrdersSuite } from "./billing/charged-orders.suite"

storeTest(
  intakeSuite,
  subscriptionsSuite,
  invoicesSuite,
  changedOrdersSuite,
  renewalsSuite,
  renewalTermsSuite,
  runsSuite,
  brokenRecordsSuite,
  renewalReservationsSuite,
  collectingSuite,
  chargedOrdersSuite,
)
