import { webkit } from './engines.mjs';
import { journeys } from './journeys.mjs';

journeys(webkit);
