import { storeTest } from "../support/store-test"
import { exitsSuite } from "./billing/exits.suite"

storeTest(exitsSuite)
