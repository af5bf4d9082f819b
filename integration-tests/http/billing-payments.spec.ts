import { storeTest } from "../support/store-test"
import { paymentPagesSuite } from "./billing/payment-pages.suite"

storeTest(paymentPagesSuite)
