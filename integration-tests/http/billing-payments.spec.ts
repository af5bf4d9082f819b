import { storeTest } from "../support/store-test"
import { documentsSuite } from "./billing/documents.suite"

storeTest(documentsSuite)
