import { storeTest } from "../support/store-test"
import { stockOfOrdersSuite } from "./packages/stock-of-orders.suite"
import { stockSuite } from "./packages/stock.suite"

storeTest(stockSuite, stockOfOrdersSuite)
