import { firefox } from './engines.mjs';
import { journeys } from './journeys.mjs';

journeys(firefox);
