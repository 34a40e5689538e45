// The order of the styles is their cascade.
import './tokens.css';
import './base.css';
import './layout.css';
import './states.css';
import './ribbon.css';
import './buttons.css';
import './forms.css';
import './tables.css';
import './blocks.css';
import './board.css';
import './timeline.css';
import './phone.css';
import './report.css';
import './followup.css';
import './print.css';

import './fragments.js';
import './time.js';
import './clock.js';
import './theme.js';
import './confirm.js';
import './forms.js';
import './session.js';
import './keys.js';
import './triage.js';
