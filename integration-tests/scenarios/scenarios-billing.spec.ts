import { storeTest } from "../support/store-test"
import { aMonthOfMessagesSuite } from "./a-month-of-messages.suite"

storeTest(aMonthOfMessagesSuite)
