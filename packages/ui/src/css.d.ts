declare module "*.module.css" {
  /** Class names by the names in the file; the bundler makes them unique. */
  const styles: Readonly<Record<string, string>>;
  export default styles;
}

declare module "*.css" {}
