import { storeTest } from "../support/store-test"
import { exitsSuite } from "./billing/exits.suite"
import { figuresSuite } from "./billing/figures.suite"

storeTest(exitsSuite, figuresSuite)
