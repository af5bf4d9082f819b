import { storeTest } from "../support/store-test"
import { quickOrderPagesSuite } from "./quick-orders/pages.suite"
import { personalSuite } from "./quick-orders/personal.suite"
import { quickOrderStoreSuite } from "./quick-orders/store.suite"

storeTest(personalSuite, quickOrderPagesSuite, quickOrderStoreSuite)
