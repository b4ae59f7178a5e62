import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';

const schemaOf = docsSchema();
let built: ReturnType<typeof schemaOf> | undefined;

/**
 * Starlight makes this schema anew for every page that is not Markdown, which took a fifth of the build. One is enough:
 * it depends on its context for pictures in front matter only, and no page has any.
 */
const schema = (context: Parameters<typeof schemaOf>[0]) => (built ??= schemaOf(context));

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema }),
  /** Starlight asks for our words in place of its own: there is one language, and none of them differs. */
  i18n: defineCollection({ loader: () => [{ id: 'en' }], schema: i18nSchema() }),
};
