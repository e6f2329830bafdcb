/** Runes only: a component of the older kind does not compile. */
export default {
  compilerOptions: { runes: true },
  // Dependencies ship components of their own, which may be of either kind.
  vitePlugin: {
    dynamicCompileOptions({ filename }) {
      return filename.includes('node_modules') ? { runes: undefined } : undefined;
    },
  },
};
