// SPDX-License-Identifier: Apache-2.0
import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './shell/Frame.tsx';
import { Lost, PageFault } from './shell/Lost.tsx';

/** What all pages of the desk stand in. */
export const root = createRootRoute({
  component: Frame,
  notFoundComponent: Lost,
  errorComponent: PageFault,
});
