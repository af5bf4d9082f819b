import { storeTest } from "../support/store-test"
import { customersDataSuite } from "./customers/data.suite"
import { customerImportsSuite } from "./customers/imports.suite"
import { customerSearchSuite } from "./customers/search.suite"

storeTest(customersDataSuite, customerImportsSuite, customerSearchSuite)
