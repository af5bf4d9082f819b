import { storeTest } from "../support/store-test"
import { gettingPaidSuite } from "./getting-paid.suite"

storeTest(gettingPaidSuite)
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"

storeTest(aMonthOfMessagesSuite)
