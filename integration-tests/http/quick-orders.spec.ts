import { storeTest } from "../support/store-test"
import { personalSuite } from "./quick-orders/personal.suite"

storeTest(personalSuite)
