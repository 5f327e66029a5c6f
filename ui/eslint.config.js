// The layers of the UI, held by lint: pages compose features, features never meet each other,
// and only src/ipc knows Tauri.
import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

const TAURI = { group: ["@tauri-apps/*"], message: "Only src/ipc knows how a call travels." };

/** Files under `folder` must not import from `layers`, nor climb out with a relative path. */
function layer(folder, layers, extra = []) {
  const upward = layers.map((name) => `@/${name}/**`);
  const patterns = [{ group: [...upward, "../../**"], message: `src/${folder} must not import this layer.` }, ...extra];
  return {
    files: [`src/${folder}/**/*.{ts,tsx}`],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default tseslint.config(
  { ignores: ["dist", "node_modules", "test-results", "src/ipc/generated"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { globals: globals.browser },
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 70, skipComments: true, skipBlankLines: true }],
      // Focus after a page change or in a dialog that was just opened is asked for on purpose.
      "jsx-a11y/no-autofocus": "off",
    },
  },
  layer("app", [], [TAURI]),
  layer("pages", ["pages", "app"], [TAURI]),
  layer("features", ["features", "pages", "app"], [TAURI]),
  layer("shared", ["features", "pages", "app"], [TAURI]),
  layer("ipc", ["features", "pages", "app", "shared"]),
  { files: ["src/**/*.test.{ts,tsx}"], rules: { "max-lines-per-function": "off" } },
  {
    files: ["e2e/**/*.ts", "bench/**/*.ts"],
    languageOptions: { parserOptions: { project: "./tsconfig.e2e.json", tsconfigRootDir: import.meta.dirname } },
    // A step that nobody waits for would run beside the next one.
    rules: { "@typescript-eslint/no-floating-promises": "error", "max-lines": ["error", 300] },
  },
  { files: ["*.js", "*.ts", "build/**/*.ts"], languageOptions: { globals: globals.node } },
);
