import { storeTest } from "../support/store-test"
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"
import { gettingPaidSuite } from "./getting-paid.suite"

storeTest(gettingPaidSuite, aMonthOfMessagesSuite)
