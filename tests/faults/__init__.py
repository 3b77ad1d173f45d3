"""Broken submissions, each with what a fair grader does with it: `Fault` says how to read one."""
