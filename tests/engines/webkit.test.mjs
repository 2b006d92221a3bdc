import { webkit } from './engines.mjs';
import { frames } from './frame.mjs';
import { journeys } from './journeys.mjs';
import { seal } from './seal.mjs';

journeys(webkit);
seal(webkit);
frames(webkit);
