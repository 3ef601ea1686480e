"""How the server starts the Python behind a page."""

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager


class LeanKernels(KernelSpecManager):
    """The kernels that are installed; those of Python's run by `followup_lib.app.lean`."""

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """Return what starts a kernel; NoSuchKernel as Jupyter raises it."""
        spec = super().get_kernel_spec(kernel_name)
        if spec.language == "python" and "-m" in spec.argv:
            ours = {"ipykernel_launcher": "followup_lib.app.page_kernel"}
            spec.argv = [ours.get(part, part) for part in spec.argv]
            spec.argv.insert(spec.argv.index("-m") + 1, "followup_lib.app.lean")
            spec.argv.append("--InteractiveShellApp.extra_extensions=followup_lib.app.lean")
        return spec
