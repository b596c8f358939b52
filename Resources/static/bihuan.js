// Binds each behaviour to the elements that name it. The pages work without any of this.
import { clauseLink } from "./clause-link.js";
import { confirmDetails } from "./confirm-details.js";
import { intakeKeys } from "./intake-keys.js";
import { intakeSave } from "./intake-save.js";
import { intakeSelect } from "./intake-select.js";
import { menu } from "./menu.js";
import { progressWatch } from "./progress-watch.js";
import { staleWatch } from "./stale-watch.js";
import { subjectMap } from "./subject-map.js";
import { submitGuard } from "./submit-guard.js";

const behaviours = {
  "clause-link": clauseLink,
  "confirm-details": confirmDetails,
  "intake-keys": intakeKeys,
  "intake-save": intakeSave,
  "intake-select": intakeSelect,
  menu,
  "progress-watch": progressWatch,
  "stale-watch": staleWatch,
  "subject-map": subjectMap,
  "submit-guard": submitGuard,
};

for (const element of document.querySelectorAll("[data-behaviour]")) {
  for (const name of element.dataset.behaviour.split(" ")) behaviours[name]?.(element);
}
