import { webkit } from './engines.mjs';
import { journeys } from './journeys.mjs';
import { seal } from './seal.mjs';

journeys(webkit);
seal(webkit);
