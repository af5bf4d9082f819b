import { storeTest } from "../support/store-test"
import { stockSuite } from "./packages/stock.suite"

storeTest(stockSuite)
