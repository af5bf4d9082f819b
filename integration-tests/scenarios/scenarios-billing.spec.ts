import { storeTest } from "../support/store-test"
import { gettingPaidSuite } from "./getting-paid.suite"

storeTest(gettingPaidSuite)
