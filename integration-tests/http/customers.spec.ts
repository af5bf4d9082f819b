import { storeTest } from "../support/store-test"
import { customersDataSuite } from "./customers/data.suite"
import { customerImportsSuite } from "./customers/imports.suite"
import { customerNotesSuite } from "./customers/notes.suite"
import { customerProfilesSuite } from "./customers/profiles.suite"
import { customerSearchSuite } from "./customers/search.suite"
import { customerWholesaleSuite } from "./customers/wholesale.suite"

storeTest(
  customersDataSuite,
  customerImportsSuite,
  customerSearchSuite,
  customerProfilesSuite,
  customerNotesSuite,
  customerWholesaleSuite,
)
